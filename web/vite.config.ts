import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * The build that the server hands out: files of its own address only, nothing inline, so that the strictest
 * Content-Security-Policy holds. PROOFMARK_API names the server that `vite web` asks while developing.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      // What several desks use travels together: a file for each component compresses worse than it saves.
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: /web[\\/]src[\\/](?:common|frame|mark)[\\/]|contract|lingui|messageformat|moo/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  server: { proxy: { '/api': process.env.PROOFMARK_API ?? 'http://127.0.0.1:4700' } },
})
