import type { ExaminationShown, RecoveryShown } from '@proofmark/contract/schemas/recovery-answers'
import type { ReactNode } from 'react'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Recoveries.module.css'

type Said = Partial<RecoveryShown['form']['exhibits'][number]> & { readonly date?: string }

interface ExaminationsProps {
  readonly examinations: readonly ExaminationShown[]
  /** May the reader open records? */
  readonly reads: boolean
  /** The items of a recovery, where more than one is spoken of. */
  readonly exhibits?: RecoveryShown['exhibits']
}

/** What examiners said of the items, beside what was said in the field and never over it. */
export function Examinations({ examinations, reads, exhibits = [] }: ExaminationsProps) {
  const { say, figures } = useLanguage()
  if (examinations.length === 0) return null
  const labelOf = (exhibit: string) => exhibits.find((each) => each.exhibit === exhibit)?.number ?? null
  return (
    <Section heading={say('field.examinations')} aside={figures.count(examinations.length)}>
      <ul className={styles.items}>
        {examinations.map(({ exhibit, number, by, at, said, record }) => {
          const { stated = {}, ammunition, condition, date, description } = said as Said
          const label = labelOf(exhibit)
          const found: readonly ReactNode[] = [
            label && <Identifier mono>{label}</Identifier>,
            stated.serial && <Identifier mono>{stated.serial}</Identifier>,
            stated.serial_state && say(`word.mark_state.${stated.serial_state}`),
            [stated.make || ammunition?.maker, stated.model].filter(Boolean).join(' '),
            stated.calibre,
            ammunition?.headstamp && <Identifier mono>{ammunition.headstamp}</Identifier>,
            ammunition?.lot && <Identifier mono>{ammunition.lot}</Identifier>,
            condition && say(`field.condition.${condition}`),
            description,
          ]
          return (
            <li key={`${exhibit} ${number}`}>
              <span>
                <Facts>{found}</Facts>
              </span>
              <span className={styles.quiet}>
                <Facts>
                  {[
                    <bdi key="by">{by}</bdi>,
                    date ?? figures.moment(at),
                    record && reads && (
                      <Go key="record" to={`/records/${record}`}>
                        {say('field.see_record')}
                      </Go>
                    ),
                  ]}
                </Facts>
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
