import { TRACERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { InCases } from '../../cases/give/InCases.tsx'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { holdsOne } from '../../frame/desk-roles.ts'
import { useLanguage } from '../../frame/language.tsx'
import { Acts } from '../acts/Acts.tsx'
import { Duplicates } from '../form/Duplicates.tsx'
import { GROUNDS } from '../grounds.ts'
import { AnswerSection } from '../incoming/AnswerSection.tsx'
import { Closings } from './Closings.tsx'
import { Documents } from './Documents.tsx'
import { Family } from './Family.tsx'
import { History } from './History.tsx'
import { Moved } from './Moved.tsx'
import { Permissions } from './Permissions.tsx'
import { Replies } from './Replies.tsx'
import { RequestSheet } from './RequestSheet.tsx'
import { Standing } from './Standing.tsx'
import { TraceCorrections } from './TraceCorrections.tsx'
import styles from './TracePage.module.css'
import sheets from './TraceSheet.module.css'

interface TraceSheetProps {
  readonly trace: TraceShown
  readonly session: Session
  readonly onChanged: (trace: TraceShown) => void
  /** Opens the form again; null where nothing may be changed any more. */
  readonly onWrite: (() => void) | null
}

const kept = async () => true

/** A request as it stands: what may be done now, what was answered and what that moved, and how it came so far. */
export function TraceSheet({ trace, session, onChanged, onWrite }: TraceSheetProps) {
  const { say } = useLanguage()
  const mayAct = holdsOne(session, TRACERS)
  const answers = mayAct && trace.direction === 'incoming' && trace.moves.some((move) => move.startsWith('answered_'))
  return (
    <>
      <div className={styles.sheet}>
        <div className={styles.column}>
          <Standing trace={trace} />
          {mayAct && <TraceCorrections key={trace.id} trace={trace.id} />}
          {mayAct && (
            <div className={sheets.acts}>
              {onWrite && trace.sentAt === null && <Duplicates duplicates={trace.duplicates} />}
              <Acts
                key={trace.history.length + trace.closings.length}
                trace={trace}
                account={session.account}
                before={kept}
                onChanged={onChanged}
              />
              {onWrite && (
                <p className={styles.buttons}>
                  <Button weight="word" onClick={onWrite}>
                    {say('traces.page.change_form')}
                  </Button>
                </p>
              )}
            </div>
          )}
          {(trace.replies.length > 0 || trace.moved !== null) && (
            <div className={sheets.beside}>
              {trace.replies.length > 0 && <Replies trace={trace} />}
              {trace.direction === 'outgoing' && <Moved trace={trace} mayAct={mayAct} onChanged={onChanged} />}
            </div>
          )}
          {trace.direction === 'incoming' && <RequestSheet trace={trace} />}
          {trace.direction === 'incoming' && trace.message !== null && (
            <Permissions permissions={trace.permissions} message={trace.message.id} />
          )}
          {answers && <AnswerSection trace={trace} onChanged={onChanged} />}
          <InCases choices={[{ kind: 'trace', id: trace.id, label: null }]} session={session} />
          <Closings closings={trace.closings} />
          {trace.direction === 'outgoing' && <RequestSheet trace={trace} />}
        </div>
        <div className={styles.column}>
          <History trace={trace} />
          {mayAct && <Documents trace={trace} />}
          <Family trace={trace} />
        </div>
      </div>
      <p className={sheets.printed}>
        <Facts>
          {[say('traces.page.printed'), session.account, session.agency, say(`word.purpose.${GROUNDS.purpose}`)]}
        </Facts>
      </p>
    </>
  )
}
