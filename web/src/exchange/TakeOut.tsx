import type { ListedPartner } from '@proofmark/contract/schemas/partner'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import { keepFile } from './keep-file.ts'

interface TakeOutProps {
  readonly partners: readonly ListedPartner[]
  readonly onTaken: () => void
}

/** What waits for a partner as a file that it alone can open, to be carried by whatever way. */
export function TakeOut({ partners, onTaken }: TakeOutProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [partner, setPartner] = useState('')
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setSaid(null)
    if (partner === '') return
    act(async () => {
      const { file, sealed, messages, receipts } = await api('outboxTakeOut', { partner })
      keepFile(file, `${sealed}\n`)
      const counted = { messages: figures.count(messages), receipts: figures.count(receipts) }
      setSaid(say('exchange.page.taken_out', { file, ...counted }))
      onTaken()
    })
  }
  return (
    <Section heading={say('exchange.page.take_out')}>
      <p className={styles.how}>{say('exchange.page.take_out_how')}</p>
      <form className={styles.form} noValidate onSubmit={submit}>
        <p role="status">{said}</p>
        <Field
          label={say('exchange.page.filter.partner')}
          error={tried && partner === '' ? { reason: say('exchange.page.missing'), accepted: '' } : null}
        >
          {(control) => (
            <select {...control} name="to" value={partner} onChange={({ target }) => setPartner(target.value)}>
              <option value="" disabled>
                {say('common.choose')}
              </option>
              {partners.map(({ partner: short, name }) => (
                <option key={short} value={short}>
                  {short} {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {error && <Failed error={error} onAgain={again} />}
        <Button type="submit" aria-disabled={busy}>
          {say('exchange.page.take_out_do')}
        </Button>
      </form>
    </Section>
  )
}
