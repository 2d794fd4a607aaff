import type { DeconflictionKind } from '@proofmark/contract/deconfliction-words'
import type { DeconflictionAnswer } from '@proofmark/contract/schemas/deconfliction'
import { Identifier } from '../common/Identifier.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Deconfliction.module.css'

/** What is written in the letters of its language; the others run from left to right in every one. */
const IN_WORDS: readonly DeconflictionKind[] = ['address', 'person', 'event']

interface AnsweredProps {
  readonly kind: DeconflictionKind
  readonly value: string
  readonly answer: DeconflictionAnswer
}

/** What was answered: whom to ask and under which handle, or nobody. */
export function Answered({ kind, value, answer: { contact, handle } }: AnsweredProps) {
  const { say } = useLanguage()
  return (
    <div className={styles.answer}>
      <p className={styles.under}>
        <Sentence
          id="deconfliction.page.asked_of"
          parameters={{ kind: say(`deconfliction.kind.${kind}`) }}
          nodes={{
            value: IN_WORDS.includes(kind) ? <bdi>{value.trim()}</bdi> : <Identifier>{value.trim()}</Identifier>,
          }}
        />
      </p>
      {contact === undefined || handle === undefined ? (
        <p>
          <strong>{say('deconfliction.page.nobody')}</strong> {say('deconfliction.page.nobody_how')}
        </p>
      ) : (
        <>
          <p>
            <strong>
              <Sentence id="deconfliction.page.answered" nodes={{ contact: <bdi>{contact}</bdi> }} />
            </strong>
          </p>
          <p>
            <Sentence id="deconfliction.page.handle" nodes={{ handle: <Identifier mono>{handle}</Identifier> }} />
          </p>
        </>
      )}
    </div>
  )
}
