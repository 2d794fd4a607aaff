import type { ListedPartner } from '@proofmark/contract/schemas/partner'
import { useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

interface DecideRestoreProps {
  readonly partner: string
  readonly restore: NonNullable<ListedPartner['restore']>
  readonly keeps: boolean
  readonly onChanged: () => void
}

/** A partner says that it was restored: a person who reached it over another way agrees, and only then is it told anything. */
export function DecideRestore({ partner, restore, keeps, onChanged }: DecideRestoreProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const decide = (approved: boolean) => {
    setTried(true)
    if (why.trim() === '') return
    act(async () => {
      await api('partnerRestore', { partner, approved, why: why.trim() })
      onChanged()
    })
  }
  return (
    <Section heading={say('exchange.page.restore')} aside={figures.moment(restore.declaredAt)}>
      <p className={styles.how}>{say('exchange.page.restore_how', { since: figures.moment(restore.since) })}</p>
      {keeps && (
        <div className={styles.form}>
          <TextField
            label={say('exchange.page.restore_why')}
            error={tried && why.trim() === '' ? { reason: say('exchange.page.missing'), accepted: '' } : null}
            name="restore why"
            value={why}
            most={500}
            onChange={setWhy}
          />
          {error && <Failed error={error} onAgain={again} />}
          <p className={styles.actions}>
            <Button aria-disabled={busy} onClick={() => decide(true)}>
              {say('exchange.page.restore_agree')}
            </Button>
            <Button aria-disabled={busy} weight="word" onClick={() => decide(false)}>
              {say('exchange.page.restore_refuse')}
            </Button>
          </p>
        </div>
      )}
    </Section>
  )
}
