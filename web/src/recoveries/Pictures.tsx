import { useCallback } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { GROUNDS } from './grounds.ts'
import styles from './Recoveries.module.css'

/** The photographs of a recovery by their working copies, and how far those have come that are on their way. */
export function Pictures({ recovery }: { readonly recovery: string }) {
  const { say, figures } = useLanguage()
  const ask = useCallback(() => api('fileList', { recovery, grounds: GROUNDS }), [recovery])
  const [asked, again] = useAsked(ask)
  if (asked.kind === 'asking') return <Bars id="field.opening" />
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} />
  const { files } = asked.answer
  if (files.length === 0) return null
  return (
    <Section heading={say('field.photographs')} aside={figures.count(files.length)}>
      <ul className={styles.pictures}>
        {files.map(({ file, state, view, by }) => (
          <li key={file}>
            {state === 'kept' && <img src={`/api/files/${file}/preview`} alt={say(`field.view.${view}`)} />}
            <p>
              {say(`field.view.${view}`)}
              <br />
              <span className={styles.quiet}>
                {say(`field.file.${state}`)} <bdi>{by}</bdi>
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
