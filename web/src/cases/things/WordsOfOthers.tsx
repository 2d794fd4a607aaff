import type { ThingWords } from '@proofmark/contract/schemas/thing'
import { type FormEvent, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Field } from '../../common/Field.tsx'
import { SecondStep } from '../../common/SecondStep.tsx'
import { Section } from '../../common/Section.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import { Passages } from './Passages.tsx'
import styles from './Things.module.css'

type Place = ThingWords['places'][number]
const MOST_SOUGHT = 10

/** Where others name somebody whose data were erased: places alone, and the words there are struck one by one or together. */
export function WordsOfOthers({ thing }: { readonly thing: string }) {
  const { say, figures } = useLanguage()
  const doing = useDoing()
  const [text, setText] = useState('')
  const [found, setFound] = useState<ThingWords | null>(null)
  const [struck, setStruck] = useState<number | null>(null)
  const words = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_SOUGHT)
  const ask = async () => setFound(await api('thingWords', { thing, words, grounds: GROUNDS }))
  const look = (event: FormEvent) => {
    event.preventDefault()
    if (words.length === 0) return
    setStruck(null)
    doing.act(ask)
  }
  const strike = (places: readonly Place[]) =>
    doing.act(async () => {
      const named = places.map(({ place, of, id }) => ({ place, of, id }))
      setStruck((await api('thingStrike', { thing, words, places: named, grounds: GROUNDS })).struck)
      await ask()
    })
  const whole = found?.places.filter(({ stands, mayStrike }) => stands === 'whole' && mayStrike) ?? []
  const step = (word: string, places: readonly Place[]) => (
    <SecondStep
      word={word}
      told={say('thing.page.strike_told')}
      act={say('thing.page.strike')}
      busy={doing.busy}
      onAct={() => strike(places)}
    />
  )
  return (
    <Section heading={say('thing.page.words')} aside={found && figures.count(found.places.length)}>
      <p className={styles.told}>{say('thing.page.words_told')}</p>
      <form className={styles.form} noValidate onSubmit={look}>
        <Field label={say('thing.page.words_sought')}>
          {(control) => (
            <textarea
              {...control}
              name="words"
              dir="auto"
              rows={3}
              value={text}
              maxLength={2_000}
              onChange={(event) => {
                setText(event.target.value)
                setFound(null)
              }}
            />
          )}
        </Field>
        <p className={styles.buttons}>
          <Button type="submit" aria-disabled={doing.busy}>
            {say('thing.page.words_look')}
          </Button>
        </p>
      </form>
      <div role="status">
        {struck !== null && <p className={styles.told}>{say('thing.words_struck', { count: struck })}</p>}
        {found?.places.length === 0 && <p className={styles.told}>{say('thing.words_none')}</p>}
        {found?.more && <p className={styles.told}>{say('thing.words_more')}</p>}
      </div>
      {whole.length > 1 && step(say('thing.page.strike_all'), whole)}
      <ul className={styles.places}>
        {found?.places.map((place) => (
          <li key={`${place.place} ${place.of} ${place.id}`}>
            <Facts>
              {[
                say(`thing.place.${place.place}`),
                place.case && (
                  <Go key="case" to={`/cases/${place.case.id}`}>
                    <bdi>{place.case.reference}</bdi>
                  </Go>
                ),
                figures.day(place.at),
                say(`thing.stands.${place.stands}`),
              ]}
            </Facts>
            {place.mayStrike && place.place !== 'log' && <Passages thing={thing} words={words} place={place} />}
            {place.mayStrike ? (
              step(say('thing.page.strike'), [place])
            ) : (
              <p className={styles.told}>{say('thing.page.not_yours')}</p>
            )}
          </li>
        ))}
      </ul>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
    </Section>
  )
}
