import './create-hub.js';

// Everything that the hub needs is loaded by now, and nothing was touched: for tests that start many hubs and need not wait for the loading.
process.stdin.once('data', () => {
  process.stdin.destroy();
  void import('./main.js');
});
