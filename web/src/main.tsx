import { DEFAULT_LOCALE } from '@proofmark/contract/locales'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { LanguageProvider, loadLanguage } from './frame/language.tsx'
import { preferredLocale, preferredTheme, showTheme } from './frame/preferences.ts'
import './style/fonts.css'
import './style/tokens.css'
import './style/base.css'
import './style/print.css'

showTheme(preferredTheme())
const language = await loadLanguage(preferredLocale()).catch(() => loadLanguage(DEFAULT_LOCALE))
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id root; the app has nowhere to stand.')
createRoot(root).render(
  <StrictMode>
    <LanguageProvider initial={language}>
      <App />
    </LanguageProvider>
  </StrictMode>,
)
