import { useEffect, useRef } from 'react'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { itemFacts, itemName } from '../common/item.tsx'
import { Section } from '../common/Section.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import styles from './EnterForm.module.css'
import type { EntryDesk, Sending } from './entry-desk.ts'

interface EnteredProps {
  readonly desk: EntryDesk
  readonly sending: Extract<Sending, { kind: 'entered' }>
}

/** The entry is in: what it became, a way to its record, and undo in place. */
export function Entered({ desk, sending }: EnteredProps) {
  const language = useLanguage()
  const { say } = language
  const { answer, source, verdict } = sending
  const place = useRef<HTMLDivElement>(null)
  // Reading goes on where the form was.
  useEffect(() => place.current?.focus(), [])
  const record = <Go to={`/records/${answer.record}`}>{say('enter.record')}</Go>
  const wish = verdict.stands ? 'taken_back' : 'put_back'
  return (
    <Section heading={say(verdict.stands ? 'enter.done' : 'enter.undone')} aside={<bdi>{source}</bdi>}>
      <div ref={place} tabIndex={-1} className={styles.done}>
        <p className={styles.facts}>
          <Facts>{itemFacts(language, answer.read)}</Facts>
        </p>
        <p className={styles.named}>{itemName(language, answer.read)}</p>
        <Mark mark={answer.read.serial} size="title" />
        <p role="status">
          {verdict.stands ? <Sentence id="enter.done_line" nodes={{ record }} /> : say('enter.undone_line')}{' '}
          <Button weight="word" disabled={verdict.busy} onClick={() => desk.judge(wish)}>
            {say(verdict.stands ? 'enter.undo' : 'enter.redo')}
          </Button>
        </p>
        {verdict.error && <Failed error={verdict.error} onAgain={() => desk.judge(wish)} kept={false} />}
        <Button weight="main" onClick={desk.another}>
          {say('enter.another')}
        </Button>
      </div>
    </Section>
  )
}
