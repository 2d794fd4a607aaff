import type { ReactNode } from 'react'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { countryShown, itemName, typeShown, wordShown, yearShown } from '../common/item.tsx'
import { Plate } from '../common/Plate.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import styles from './Head.module.css'
import { linksOf } from './links.ts'
import type { Firearm } from './useFirearm.ts'

/** What it is: by the record that it is seen from, and how many records of how many sources speak of it. */
export function Head({ firearm: { record, life } }: { readonly firearm: Firearm }) {
  const language = useLanguage()
  const { say, figures } = language
  const { read } = record
  const links = linksOf(life)
  const sources = new Set(life.events.map(({ source }) => source)).size
  const made = [countryShown(language, read.country), read.year && yearShown(read.year)].filter((fact) => fact !== null)
  const calibre = wordShown(language, read.calibre)
  const counts = (names: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(names).flatMap(([name, n]) => [
        [name, n],
        [`${name}Figure`, figures.count(n)],
      ]),
    )
  const plate: readonly (readonly [string, ReactNode])[] = [
    ['status', say(`word.life_status.${life.status}`)],
    ['calibre', calibre && <Identifier key="calibre">{calibre}</Identifier>],
    ['made', made.length > 0 && <Facts key="made">{made}</Facts>],
    ['records', say('firearm.plate.records_of', counts({ records: life.events.length, sources }))],
    ['links', say(`firearm.plate.links.${links.kind}`, counts({ confirmed: links.confirmed, working: links.working }))],
    [
      'seen_from',
      <Go key="seen_from" to={`/records/${record.record}`}>
        <bdi>{record.source}</bdi>{' '}
        <span className={styles.key}>
          <Identifier mono>{record.key}</Identifier>
        </span>
      </Go>,
    ],
  ]
  return (
    <div className={styles.head}>
      <header className={styles.header}>
        <div>
          <p className={styles.facts}>{typeShown(language, read.type)}</p>
          <h2 className={styles.title}>{itemName(language, read)}</h2>
        </div>
        <div className={styles.mark}>
          <p className={styles.label}>
            <Facts>
              {[
                say('record.serial'),
                read.serial.characters.length > 0 ? say(`word.mark_state.${read.serial.state}`) : null,
              ]}
            </Facts>
          </p>
          <Mark mark={read.serial} size="title" />
        </div>
      </header>
      <Plate
        facts={plate.map(([name, value]) => [say(`firearm.plate.${name}`), value || say('firearm.plate.not_recorded')])}
      />
    </div>
  )
}
