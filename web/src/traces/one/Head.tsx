import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { Facts } from '../../common/Facts.tsx'
import { Identifier } from '../../common/Identifier.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { Mark } from '../../mark/Mark.tsx'
import { cellsOf } from '../../mark/typed.ts'
import { countriesOf } from '../countries.ts'
import styles from './TracePage.module.css'

/** What the request is about, and whose it is. */
export function Head({ trace }: { readonly trace: TraceShown }) {
  const { say, locale } = useLanguage()
  const { firearm, priority } = trace.form
  const { serial } = firearm
  const name = [firearm.make, firearm.model].filter((part) => part !== null).join(' ')
  return (
    <header className={styles.header}>
      <div>
        <p className={styles.facts}>
          <Facts>
            {[
              say(`traces.page.request.${trace.direction}`),
              trace.reference && (
                <Identifier key="reference" mono>
                  {trace.reference}
                </Identifier>
              ),
              trace.country && countriesOf(locale).nameOf(trace.country),
              priority === 'urgent' ? say('word.trace_priority.urgent') : null,
            ]}
          </Facts>
        </p>
        <h2 className={styles.title}>{name === '' ? say('common.make_unknown') : <bdi>{name}</bdi>}</h2>
        <p className={styles.facts}>
          <Facts>{[firearm.type, firearm.calibre && <Identifier key="calibre">{firearm.calibre}</Identifier>]}</Facts>
        </p>
      </div>
      <div>
        <p className={styles.label}>{say('traces.form.serial')}</p>
        <Mark
          mark={{ state: serial.state, characters: serial.observed === null ? [] : cellsOf(serial.observed) }}
          size="title"
        />
      </div>
    </header>
  )
}
