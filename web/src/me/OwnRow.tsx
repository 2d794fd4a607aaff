import type { OwnSignIn } from '@proofmark/contract/schemas/sign-in'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { useOwnDoing } from './again.ts'
import styles from './MePage.module.css'

interface OwnRowProps {
  readonly name: string
  readonly facts: readonly string[]
  /** The word that takes it away, its whole name, and what it does. */
  readonly word: string
  readonly label: string
  readonly told: string
  readonly take: () => Promise<OwnSignIn>
  readonly onChanged: (own: OwnSignIn) => void
}

/** Something by which the reader signs in, and the step that takes it away for good. */
export function OwnRow({ name, facts, word, label, told, take, onChanged }: OwnRowProps) {
  const { busy, error, act, again } = useOwnDoing()
  return (
    <li className={styles.row}>
      <p>
        <bdi>{name}</bdi>
      </p>
      <p className={styles.more}>
        <Facts>{facts}</Facts>
      </p>
      <SecondStep
        word={word}
        label={label}
        told={told}
        act={word}
        busy={busy}
        onAct={() => act(async () => onChanged(await take()))}
      />
      {error && <Failed error={error} onAgain={again} kept={false} />}
    </li>
  )
}
