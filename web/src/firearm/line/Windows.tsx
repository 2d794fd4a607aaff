import { useLanguage } from '../../frame/language.tsx'
import styles from './LifeLine.module.css'
import type { DrawnWindow } from './lanes.ts'
import type { Layout, TextPlace } from './layout.ts'
import type { StopOf } from './stop.ts'
import { figuresFor } from './style.ts'
import type { useLineTexts } from './texts.ts'

interface WindowsProps {
  readonly windows: readonly DrawnWindow[]
  readonly texts: ReturnType<typeof useLineTexts>
  readonly screen: Layout
  readonly print: Layout
  readonly stop: StopOf
  readonly onWindow: (index: number) => void
}

const figuresOf = (place: TextPlace | undefined) => ({ row: place?.row ?? 0, start: `${place?.start ?? 0}%` })

/** The lane of the windows: what each is called, over its band. */
export function Windows({ windows, texts, screen, print, stop, onWindow }: WindowsProps) {
  const { say } = useLanguage()
  if (windows.length === 0) return null
  return (
    <>
      <p className={styles.name} data-lane="windows">
        {say('firearm.lane.windows')}
      </p>
      <ul className={`${styles.lane} ${styles.windows}`}>
        {windows.map((window, place) => {
          const { name, more } = texts.window(window)
          const { extent } = window
          const [onScreen, inPrint] = [screen.windows[place], print.windows[place]]
          return (
            <li key={window.index}>
              <button
                {...stop(`window-${window.index}`)}
                type="button"
                className={styles.windowName}
                data-crossed={!onScreen?.isHeld || extent.openStart || extent.openEnd}
                style={figuresFor(figuresOf(onScreen), figuresOf(inPrint))}
                onClick={() => onWindow(window.index)}
              >
                <strong>{name}</strong>
                <span>{more}</span>
                <span className="unseen">{texts.spokenWindow(window)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
