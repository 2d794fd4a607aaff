import type { Pointer } from '@proofmark/contract/schemas/pointer'
import { Identifier } from '../common/Identifier.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './PointerRows.module.css'

/** The agencies that answered: whom to ask and under which handle, and nothing else of what they keep. */
export function PointerRows({ pointers }: { readonly pointers: readonly Pointer[] }) {
  const { say } = useLanguage()
  return (
    <>
      {pointers.length === 0 ? <p className={styles.nobody}>{say('pointer.nobody')}</p> : <Rows pointers={pointers} />}
      <p className={styles.contact}>
        <Go to="/agencies">{say('pointer.agencies')}</Go>
      </p>
    </>
  )
}

function Rows({ pointers }: { readonly pointers: readonly Pointer[] }) {
  return (
    <ul className={styles.rows}>
      {pointers.map((pointer) => (
        <li key={pointer.handle}>
          <span className={styles.hatch} aria-hidden="true">
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3.5 7.5h9v6h-9zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2M8 10v1.5" />
            </svg>
          </span>
          <div>
            <p className={styles.agency}>
              <Sentence id="pointer.restricted" nodes={{ agency: <bdi>{pointer.agency}</bdi> }} />
            </p>
            <p className={styles.contact}>
              <Sentence
                id="pointer.whom"
                nodes={{
                  contact: <bdi>{pointer.contact}</bdi>,
                  handle: <Identifier mono>{pointer.handle}</Identifier>,
                }}
              />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
