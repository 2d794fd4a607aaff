import type { KeyChangeVerdict } from '@proofmark/contract/exchange-words'
import type { KeyChangeList } from '@proofmark/contract/schemas/key-change'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'
import { hexOf, inFours } from './groups.ts'

type Offered = KeyChangeList['offered'][number]

interface OfferedKeysProps {
  readonly offered: readonly Offered[]
  readonly onChanged: () => void
}

/** Keys that partners offer in place of others: read aloud and compared, then taken or refused by a person. */
export function OfferedKeys({ offered, onChanged }: OfferedKeysProps) {
  const { say } = useLanguage()
  return (
    <Section heading={say('keys.page.offered')} ruled={false}>
      <p className={styles.how}>{say('keys.page.offered_how')}</p>
      {offered.length === 0 ? (
        <p>{say('keys.page.none_offered')}</p>
      ) : (
        <ul className={styles.list}>
          {offered.map((each) => (
            <li key={`${each.partner} ${each.message}`}>
              <OfferedKey offered={each} onChanged={onChanged} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** A certificate’s fingerprint, a key of messages, or the text of a ledger’s key. */
const readAloud = (key: string): string =>
  /^[0-9a-f]{64}$/.test(key) ? inFours(key) : /^[\w-]{43}$/.test(key) ? inFours(hexOf(key)) : key

function OfferedKey({ offered, onChanged }: { readonly offered: Offered; readonly onChanged: () => void }) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const { partner, message, what, at, fingerprints, verdict, by, decidedAt } = offered
  const decide = (decided: KeyChangeVerdict) =>
    act(async () => {
      await api('keyChangeDecide', { partner, message, verdict: decided })
      onChanged()
    })
  return (
    <>
      <p>
        <Identifier mono>{partner}</Identifier>
        {figures.comma}
        {say(`keys.page.what.${what}`)}
        {figures.comma}
        {figures.moment(at)}
      </p>
      {fingerprints.map((each) => (
        <p key={each}>
          <bdi dir="ltr" className={styles.fingerprint}>
            {readAloud(each)}
          </bdi>
        </p>
      ))}
      {error && <Failed error={error} onAgain={again} />}
      {verdict === null ? (
        <div className={styles.actions}>
          <SecondStep
            word={say('keys.page.take')}
            label={say('keys.page.take_of', { partner })}
            told={say('keys.page.take_told', { partner })}
            act={say('keys.page.take')}
            busy={busy}
            onAct={() => decide('taken')}
          />
          <SecondStep
            word={say('keys.page.refuse')}
            label={say('keys.page.refuse_of', { partner })}
            told={say('keys.page.refuse_told', { partner })}
            act={say('keys.page.refuse')}
            busy={busy}
            onAct={() => decide('refused')}
          />
        </div>
      ) : (
        <p className={styles.more}>
          {say(`keys.page.verdict.${verdict}`)}
          {figures.comma}
          <bdi>{by}</bdi>
          {decidedAt !== null && (
            <>
              {figures.comma}
              {figures.moment(decidedAt)}
            </>
          )}
        </p>
      )}
    </>
  )
}
