import type { ModelSummary } from '@proofmark/contract/schemas/model'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './ModelsPage.module.css'

interface ApproveProps {
  readonly model: ModelSummary
  readonly onApproved: () => void
}

/** Makes a model the one that stands, where the reader may; says who may where they may not. */
export function Approve({ model: { version, standing, approvable }, onApproved }: ApproveProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const approve = () =>
    act(async () => {
      await api('modelApprove', { version })
      onApproved()
    })
  return (
    <div className={styles.propose}>
      {!standing &&
        (approvable ? (
          <p>
            <Button weight="main" disabled={busy} onClick={approve}>
              {say('models.approve')}
            </Button>
          </p>
        ) : (
          <p className={styles.note}>{say('models.second_person')}</p>
        ))}
      {error && <Failed error={error} onAgain={again} kept={false} />}
    </div>
  )
}
