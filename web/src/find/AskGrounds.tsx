import type { Session } from '@proofmark/contract/schemas/session'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { GroundsFields } from '../common/GroundsFields.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './AskGrounds.module.css'
import type { FindDesk } from './useFind.ts'

interface AskGroundsProps {
  readonly desk: FindDesk
  readonly session: Session
  /** What the button says. */
  readonly action: string
  readonly onGiven: () => void
}

/** Why one looks, asked before anything is shown where a page was reached by its address. */
export function AskGrounds({ desk, session, action, onGiven }: AskGroundsProps) {
  const { say } = useLanguage()
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (desk.draft.purpose) onGiven()
  }
  return (
    <Section heading={say('common.grounds')} aside={say('common.grounds_aside')}>
      <form className={styles.grounds} noValidate onSubmit={submit}>
        <GroundsFields
          purposes={session.purposes}
          purpose={desk.draft.purpose}
          reference={desk.draft.reference}
          missing={tried && desk.draft.purpose === null}
          onChange={desk.change}
        />
        <Button weight="main" type="submit">
          {action}
        </Button>
      </form>
    </Section>
  )
}
