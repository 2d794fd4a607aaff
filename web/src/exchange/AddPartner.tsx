import type { PartnerFile } from '@proofmark/contract/schemas/partner'
import { type ChangeEvent, useId, useState } from 'react'
import { Failed } from '../common/Failed.tsx'
import pick from '../common/FilePick.module.css'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

/** Takes over the file by which a partner says who it is and what was agreed with it. */
export function AddPartner({ onAdded }: { readonly onAdded: () => void }) {
  const { say } = useLanguage()
  const id = useId()
  const { error, act, again } = useDoing()
  const [said, setSaid] = useState<string | null>(null)
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    setSaid(null)
    act(async () => {
      const text = await file.text()
      let stated: PartnerFile
      try {
        stated = JSON.parse(text) as PartnerFile
      } catch {
        setSaid(say('exchange.page.add_unreadable', { file: file.name }))
        return
      }
      const { partner, version } = await api('partnerAdd', stated)
      setSaid(say('exchange.page.added', { partner, version }))
      onAdded()
    })
  }
  return (
    <Section heading={say('exchange.page.add')}>
      <p className={styles.how}>{say('exchange.page.add_how')}</p>
      <div className={styles.form}>
        <p role="status">{said}</p>
        {error && <Failed error={error} onAgain={again} kept={false} />}
        <p>
          <input
            id={id}
            className={`unseen ${pick.input}`}
            type="file"
            name="partner"
            accept=".json,application/json"
            onChange={choose}
          />
          <label htmlFor={id} className={pick.pick}>
            {say('exchange.page.add_choose')}
          </label>
        </p>
      </div>
    </Section>
  )
}
