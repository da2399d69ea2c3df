import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{lib,components,sanity,scripts,app}/**/*.test.{ts,tsx}'],
    environment: 'node',
  },
});
