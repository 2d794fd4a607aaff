import type { CustodyShown } from '@proofmark/contract/schemas/custody'
import { useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Recoveries.module.css'
import { StorageField } from './StorageField.tsx'
import { sideNodes } from './side.tsx'
import { signatureOf } from './signed.ts'

interface OfferProps {
  readonly shown: CustodyShown
  readonly offer: NonNullable<CustodyShown['offer']>
  readonly onChanged: () => void
}

/** What was offered and waits: whoever it is offered to accepts or declines, whoever offers it may take it back. */
export function Offer({ shown, offer, onChanged }: OfferProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [found, setFound] = useState({ storage: '', seal: '', condition: '' })
  const answer = (verdict: 'accepted' | 'declined' | 'withdrawn') =>
    act(async () => {
      const now = new Date().toISOString()
      const told = verdict === 'accepted' ? Object.entries(found).filter(([, text]) => text.trim() !== '') : []
      const said = {
        ...{ event: offer.event, exhibit: shown.exhibit, verdict, at: now, deviceAt: now },
        ...Object.fromEntries(told.map(([name, text]) => [name, text.trim()])),
      }
      const signature = await signatureOf({ answer: said })
      await api('custodyAccept', { ...said, ...(signature ? { signature } : {}), grounds: GROUNDS })
      onChanged()
    })
  const set = (part: Partial<typeof found>) => setFound({ ...found, ...part })
  return (
    <Section heading={say('field.custody.offered')} aside={figures.moment(offer.at)}>
      <p>
        <Facts>{sideNodes(offer.to)}</Facts>
      </p>
      {offer.yours ? (
        <div className={styles.form}>
          <StorageField value={found.storage} onChange={(storage) => set({ storage })} />
          <TextField
            label={say('field.custody.seal_found')}
            name="sealFound"
            value={found.seal}
            most={120}
            hint={say('field.custody.seal_found_how')}
            onChange={(seal) => set({ seal })}
          />
          <TextField
            label={say('field.custody.condition')}
            name="foundCondition"
            value={found.condition}
            most={500}
            onChange={(condition) => set({ condition })}
          />
          <div className={styles.actions}>
            <Button weight="main" name="accept" disabled={busy} onClick={() => answer('accepted')}>
              {say('field.custody.accept')}
            </Button>
            <Button name="decline" disabled={busy} onClick={() => answer('declined')}>
              {say('field.custody.decline')}
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles.actions}>
          <Button name="withdraw" disabled={busy} onClick={() => answer('withdrawn')}>
            {say('field.custody.withdraw')}
          </Button>
        </div>
      )}
      {error && <Failed error={error} onAgain={again} />}
    </Section>
  )
}
