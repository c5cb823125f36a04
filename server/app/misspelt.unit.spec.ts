import { configSchema } from './config.js';
import { sayMisspelt } from './misspelt.js';

const said = (...names: readonly string[]) => sayMisspelt(names);
const KNOWN = Object.keys(configSchema.shape);

describe('the name of a setting that Alongside does not have', () => {
  test.each([
    ['DATADIR', 'DATA_DIR'],
    ['data_dir', 'DATA_DIR'],
    ['DATA-DIR', 'DATA_DIR'],
    ['DATA_DRI', 'DATA_DIR'],
    ['PUBLIC_URI', 'PUBLIC_URL'],
    ['PUBLICURL', 'PUBLIC_URL'],
    ['MASTERKEY', 'MASTER_KEY'],
    ['EVENT_STORE_URL', 'EVENTSTORE_URL'],
    ['DEMOS', 'DEMO'],
    ['SMTP_HOST', 'SMTP_URL'],
    ['SMTP_PASSWORD', 'SMTP_URL'],
    ['MAIL_SENDER', 'MAIL_FROM'],
    ['METRICS_TOKN', 'METRICS_TOKEN'],
  ])('%s is answered with %s', (name, meant) => {
    expect(said(name)).toEqual([`${name} is no setting of Alongside. Did you mean ${meant}?`]);
  });

  test('is not seen in settings, nor in what machines and the servers beside a hub have in their environment', () => {
    expect(said(...KNOWN)).toEqual([]);
    const others = [
      ...[
        'PATH',
        'HOME',
        'HOSTNAME',
        'HOSTTYPE',
        'USER',
        'LOGNAME',
        'SHELL',
        'LANG',
        'TERM',
        'TMP',
        'TEMP',
        'TMPDIR',
        'PWD',
        'MAIL',
        'EDITOR',
      ],
      ...[
        'NODE_ENV',
        'NODE_VERSION',
        'YARN_VERSION',
        'INIT_CWD',
        'npm_config_port',
        'npm_package_json',
        'http_proxy',
        'HTTP_PROXY',
        'TZ',
        'CI',
      ],
      ...['SITE_ADDRESS', 'HTTP_PORT', 'HTTPS_PORT', 'CHROMIUM_PATH', 'MEILI_MASTER_KEY', 'MEILI_ENV', 'EVENTSTORE_INSECURE', 'DEBUG'],
      // As clusters name other services.
      ...['MAIL_SERVICE_HOST', 'MAIL_PORT_25_TCP_ADDR', 'SMTP_PORT', 'MEILI_PORT', 'HUB_PORT', 'KUBERNETES_PORT'],
    ];
    expect(said(...others)).toEqual([]);
  });

  test('is told once for each, in their order', () => {
    expect(said('DATADIR', 'PATH', 'PROT', 'DATADIR')).toHaveLength(2);
  });
});
