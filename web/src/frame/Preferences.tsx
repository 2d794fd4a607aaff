import { LOCALES, type Locale } from '@proofmark/contract/locales'
import { useId, useState } from 'react'
import { useLanguage } from './language.tsx'
import styles from './Preferences.module.css'
import { preferredTheme, showTheme, THEMES } from './preferences.ts'

/** The language and the appearance of the page, each a row of words of which one is chosen. */
export function Preferences() {
  const { say, locale, choose } = useLanguage()
  const [theme, setTheme] = useState(preferredTheme)
  const id = useId()
  return (
    <form className={styles.preferences}>
      <fieldset>
        <legend>{say('common.language')}</legend>
        {(Object.keys(LOCALES) as Locale[]).map((one) => (
          <label key={one}>
            <input type="radio" name={`${id}-language`} checked={one === locale} onChange={() => choose(one)} />
            <bdi lang={one}>{LOCALES[one].name}</bdi>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{say('common.appearance')}</legend>
        {THEMES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`${id}-theme`}
              checked={one === theme}
              onChange={() => {
                showTheme(one)
                setTheme(one)
              }}
            />
            {say(`common.theme.${one}`)}
          </label>
        ))}
      </fieldset>
    </form>
  )
}
