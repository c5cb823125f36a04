// One spec that fails is enough to notice a mutant: those after it in its file, which may each wait for something that never comes, are left out.
const { TestEnvironment } = require(`jest-environment-${process.env.MUTATE_ENVIRONMENT}`);

module.exports = class UntilFirstFailure extends TestEnvironment {
  #failed = false;

  async handleTestEvent(event, state) {
    await super.handleTestEvent?.(event, state);
    if (event.name === 'test_done' && event.test.errors.length > 0) this.#failed = true;
    if (event.name === 'test_start' && this.#failed) event.test.mode = 'skip';
  }
};
