import type { CustodyShown } from '@proofmark/contract/schemas/custody'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Recoveries.module.css'
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
  const answer = (verdict: 'accepted' | 'declined' | 'withdrawn') =>
    act(async () => {
      const now = new Date().toISOString()
      const said = { event: offer.event, exhibit: shown.exhibit, verdict, at: now, deviceAt: now }
      const signature = await signatureOf({ answer: said })
      await api('custodyAccept', { ...said, ...(signature ? { signature } : {}), grounds: GROUNDS })
      onChanged()
    })
  return (
    <Section heading={say('field.custody.offered')} aside={figures.moment(offer.at)}>
      <p>
        <Facts>{sideNodes(offer.to)}</Facts>
      </p>
      <div className={styles.actions}>
        {offer.yours ? (
          <>
            <Button weight="main" name="accept" disabled={busy} onClick={() => answer('accepted')}>
              {say('field.custody.accept')}
            </Button>
            <Button name="decline" disabled={busy} onClick={() => answer('declined')}>
              {say('field.custody.decline')}
            </Button>
          </>
        ) : (
          <Button name="withdraw" disabled={busy} onClick={() => answer('withdrawn')}>
            {say('field.custody.withdraw')}
          </Button>
        )}
      </div>
      {error && <Failed error={error} onAgain={again} />}
    </Section>
  )
}
