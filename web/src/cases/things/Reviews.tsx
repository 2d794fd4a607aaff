import { useCallback } from 'react'
import { StatedDay } from '../../ballistics/StatedDay.tsx'
import { Section } from '../../common/Section.tsx'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { useAsked } from '../../imports/useAsked.ts'
import { ToThing } from './Called.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Things.module.css'

/** Of what it must be asked whether to keep it; nothing where nothing is due. */
export function Reviews() {
  const { say, figures } = useLanguage()
  const ask = useCallback((signal: AbortSignal) => api('thingReviews', { grounds: GROUNDS }, {}, signal), [])
  const [asked] = useAsked(ask)
  if (asked.kind !== 'answered' || asked.answer.things.length === 0) return null
  return (
    <Section heading={say('thing.page.reviews')} aside={figures.count(asked.answer.things.length)}>
      <p className={styles.told}>{say('thing.page.reviews_told')}</p>
      <ul>
        {asked.answer.things.map((each) => (
          <li key={each.thing}>
            <StatedDay>{each.dueOn}</StatedDay> <ToThing {...each} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
