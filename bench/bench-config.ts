import { type Config, readConfig } from '../src/config.ts';

/** The settings of both servers: production mode, silent, on any port. */
export const benchConfig = (): Config => ({
  ...readConfig({ DEMO_DATA: 'false', LOG_LEVEL: 'silent' }),
  isProduction: true,
  port: 0,
});
