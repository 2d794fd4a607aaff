import { DESKS } from '@proofmark/contract/route'
import type { Grounds } from '@proofmark/contract/schemas/common'
import type { LifeFinding } from '@proofmark/contract/schemas/life'
import type { Session } from '@proofmark/contract/schemas/session'
import { useId, useMemo, useRef } from 'react'
import { CasesSection, GiveOne } from '../cases/give/InCases.tsx'
import { useHolding } from '../cases/give/useHolding.ts'
import { Facts } from '../common/Facts.tsx'
import { holdsOne } from '../frame/desk-roles.ts'
import { useLanguage } from '../frame/language.tsx'
import { BesideSections } from './BesideSections.tsx'
import { Findings } from './Findings.tsx'
import styles from './FirearmSheet.module.css'
import { givableFinding, givableOf } from './givable.ts'
import { Head } from './Head.tsx'
import { LifeSection } from './LifeSection.tsx'
import { LifeTable, rowLink } from './LifeTable.tsx'
import { lanesOf } from './line/lanes.ts'
import { Matches } from './matches/Matches.tsx'
import { Recoveries } from './Recoveries.tsx'
import { Requests } from './Requests.tsx'
import type { Firearm } from './useFirearm.ts'
import { Verdict } from './Verdict.tsx'

interface FirearmSheetProps {
  readonly firearm: Firearm
  readonly session: Session
  readonly grounds: Grounds
  readonly onChanged: () => Promise<void>
}

/** A firearm from top to bottom: what it is, the answer in words, its life, what the rules find, its records and why. */
export function FirearmSheet({ firearm, session, grounds, onChanged }: FirearmSheetProps) {
  const { say } = useLanguage()
  const { life, record } = firearm
  const table = useId()
  const sheet = useRef<HTMLDivElement>(null)
  const matches = useRef<HTMLDivElement>(null)
  const windows = useRef<(HTMLElement | null)[]>([])
  const lanes = useMemo(() => lanesOf(life), [life])
  const mayJudge = holdsOne(session, DESKS)
  const judging = { grounds, mayJudge, onChanged }
  const givable = useMemo(() => givableOf(record.record, life), [record.record, life])
  const holding = useHolding(givable, session)
  const actsOf = (finding: LifeFinding) => {
    const choice = givableFinding(finding)
    return choice && <GiveOne choice={choice} holding={holding} />
  }
  const focusOn = (selector: string) => sheet.current?.querySelector<HTMLElement>(selector)?.focus()
  return (
    <div ref={sheet} className={styles.sheet}>
      <Head firearm={firearm} />
      <Verdict firearm={firearm} windows={windows} onWhy={() => matches.current?.focus()} />
      <LifeSection
        life={life}
        lanes={lanes}
        table={table}
        onTable={(number) => focusOn(rowLink(number))}
        onWindow={(index) => windows.current[index]?.focus()}
      />
      <Findings life={life} actsOf={actsOf} />
      <Recoveries life={life} {...judging} />
      <LifeTable life={life} id={table} onLine={(number) => focusOn(`[data-stop="event-${number}"]`)} />
      <CasesSection choices={givable} holding={holding} />
      <Matches firearm={firearm} {...judging} heading={matches} />
      <Requests traces={life.traces} />
      <BesideSections life={life} actsOf={actsOf} />
      <p className={styles.printed}>
        <Facts>
          {[
            say('firearm.printed'),
            session.account,
            session.agency,
            say(`word.purpose.${grounds.purpose}`),
            grounds.reference ?? null,
          ]}
        </Facts>
      </p>
    </div>
  )
}
