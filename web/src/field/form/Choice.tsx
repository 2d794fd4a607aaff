import styles from '../Field.module.css'

interface ChoiceProps<Code extends string> {
  readonly legend: string
  readonly name: string
  readonly codes: readonly Code[]
  readonly word: (code: Code) => string
  readonly value: Code | undefined
  readonly onChoose: (code: Code) => void
}

/** One of a few, each a key that a thumb finds. */
export function Choice<Code extends string>({ legend, name, codes, word, value, onChoose }: ChoiceProps<Code>) {
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      <div className={styles.keys}>
        {codes.map((code) => (
          <label key={code} className={styles.key}>
            <input
              type="radio"
              className="unseen"
              name={name}
              value={code}
              checked={code === value}
              onChange={() => onChoose(code)}
            />
            <span>{word(code)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface PicksProps<Code extends string> extends Omit<ChoiceProps<Code>, 'value' | 'onChoose'> {
  readonly chosen: readonly Code[]
  /** Those that stand for good. */
  readonly fixed?: readonly Code[]
  readonly onChoose: (code: Code, isChosen: boolean) => void
}

/** Several of a few. */
export function Picks<Code extends string>({
  legend,
  name,
  codes,
  word,
  chosen,
  fixed = [],
  onChoose,
}: PicksProps<Code>) {
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      <div className={styles.keys}>
        {codes.map((code) => (
          <label key={code} className={styles.key}>
            <input
              type="checkbox"
              className="unseen"
              name={name}
              value={code}
              checked={chosen.includes(code)}
              disabled={fixed.includes(code)}
              onChange={({ target }) => onChoose(code, target.checked)}
            />
            <span>{word(code)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
