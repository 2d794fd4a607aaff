import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { keepFieldOffline } from './offline-build.ts'

/**
 * The build that the server hands out: files of its own address only, nothing inline, so that the strictest
 * Content-Security-Policy holds. PROOFMARK_API names the server that `vite web` asks while developing.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), keepFieldOffline()],
  build: {
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      input: {
        index: join(import.meta.dirname, 'index.html'),
        worker: join(import.meta.dirname, 'src', 'offline', 'worker.ts'),
      },
      // What several desks use travels together: a file for each component compresses worse than it saves.
      output: {
        // A service worker reaches as far as the folder that it lies in, and is found by its name.
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
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
