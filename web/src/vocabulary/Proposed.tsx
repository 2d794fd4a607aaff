import { sayReason } from '@proofmark/contract/proposal-words'
import type { WaitingText } from '@proofmark/contract/schemas/vocabulary'
import type { VocabularyProposal } from '@proofmark/contract/schemas/vocabulary-desk'
import { Button } from '../common/Button.tsx'
import { useLanguage } from '../frame/language.tsx'
import { type Means, meaningShown } from './meaning.tsx'
import styles from './VocabularyPage.module.css'

interface ProposedProps {
  readonly text: WaitingText
  readonly proposals: readonly VocabularyProposal[]
  readonly busy: boolean
  readonly onDecide: (means: Means) => void
}

/** The meaning of a proposal, as it is decided on. */
export function meansOf({ code, said }: VocabularyProposal): Means {
  return code === null ? { said: said ?? '' } : { code }
}

/** Proposals that are shown with why; what comes after them is shown by name alone. */
const WITH_REASONS = 2
/** Where one is likely, fewer of the others are worth the room. */
const BESIDE_A_LIKELY_ONE = 3

/** What a text may mean, the likeliest first, each with its number, how likely it is, and why. */
export function Proposed({ text, proposals, busy, onDecide }: ProposedProps) {
  const language = useLanguage()
  const { say, figures } = language
  const shown = proposals.slice(0, proposals[0]?.strength === 'strong' ? BESIDE_A_LIKELY_ONE : undefined)
  return (
    <ol className={styles.proposals}>
      {shown.map((proposal, at) => (
        <li key={proposal.code ?? proposal.said} data-short={at >= WITH_REASONS ? true : undefined}>
          <Button disabled={busy} aria-keyshortcuts={String(at + 1)} onClick={() => onDecide(meansOf(proposal))}>
            <span className={styles.key} aria-hidden="true">
              {figures.count(at + 1)}
            </span>{' '}
            {meaningShown(language, { field: text.field, ...proposal })}
          </Button>
          {at < WITH_REASONS && (
            <span className={styles.why}>
              <b>{say(`vocabulary.strength.${proposal.strength}`)}</b>
              {proposal.reasons.slice(0, 3).map((reason) => (
                <span key={`${reason.reason} ${reason.field} ${reason.word}`}>{sayReason(say, reason)}</span>
              ))}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
