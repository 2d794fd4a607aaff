import { useLanguage } from '../frame/language.tsx'
import styles from './FirearmRow.module.css'
import { type FoundFirearm, recordsOf, toldOf } from './firearms.ts'

/** In words: of how many records a firearm is made, how it was lost, and where it turned up. */
export function TellRecords({ firearm }: { readonly firearm: FoundFirearm }) {
  const { say, figures } = useLanguage()
  const records = recordsOf(firearm)
  const sources = new Set(records.map(({ source, agency }) => `${agency} ${source}`)).size
  const counts = { records: records.length, figure: figures.count(records.length), sources }
  const told = toldOf(firearm).map(({ event, dates }) =>
    say(`find.told.${event}`, {
      dates: figures.list(dates.map((date) => figures.span(date) ?? say('common.date_unknown'))),
    }),
  )
  const sentences = [say('find.told.records', { ...counts, sourcesFigure: figures.count(sources) }), ...told]
  return <p className={styles.facts}>{sentences.join(' ')}</p>
}
