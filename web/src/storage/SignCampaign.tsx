import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { useDoing } from '../common/useDoing.ts'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { signatureOf } from '../recoveries/signed.ts'
import type { CampaignProps } from './campaign-props.ts'
import { GROUNDS } from './grounds.ts'
import styles from './Storage.module.css'

/** The reader's signature under what stands: with a passkey where there is one at hand, as hand-overs are signed. */
export function SignCampaign({ shown, onChanged }: CampaignProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const { disposal, signedByReader, signatures } = shown
  if (signedByReader) return <p className={styles.before}>{say('storage.campaign.yours_given')}</p>
  const second = signatures.length === 1
  const sign = () =>
    act(async () => {
      const signature = await signatureOf({ disposal })
      const said = { disposal, at: new Date().toISOString(), ...(signature ? { signature } : {}) }
      try {
        await api('disposalSign', { ...said, grounds: GROUNDS })
      } catch (thrown) {
        // What speaks against it stands beside each exhibit then, in words.
        if (answerError(thrown).code !== 'disposal_refused') throw thrown
      }
      onChanged()
    })
  return (
    <>
      <p className={styles.before}>{say('storage.campaign.sign_told')}</p>
      <div className={styles.actions}>
        {second ? (
          <SecondStep
            word={say('storage.campaign.sign_second')}
            told={say('storage.campaign.sign_second_told')}
            act={say('storage.campaign.sign')}
            busy={busy}
            onAct={sign}
          />
        ) : (
          <Button weight="main" name="sign" disabled={busy} onClick={sign}>
            {say('storage.campaign.sign_first')}
          </Button>
        )}
      </div>
      {error && <Failed error={error} onAgain={again} />}
    </>
  )
}
