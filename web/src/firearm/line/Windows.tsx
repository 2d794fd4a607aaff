import { useLanguage } from '../../frame/language.tsx'
import styles from './LifeLine.module.css'
import type { DrawnWindow } from './lanes.ts'
import type { Layout } from './layout.ts'
import type { StopOf } from './stop.ts'
import { along, figuresFor } from './style.ts'
import type { useLineTexts } from './texts.ts'

interface WindowsProps {
  readonly windows: readonly DrawnWindow[]
  readonly texts: ReturnType<typeof useLineTexts>
  readonly screen: Layout
  readonly print: Layout
  readonly stop: StopOf
  readonly onWindow: (index: number) => void
}

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
          const [onScreen, inPrint] = [screen.windows[place], print.windows[place]]
          return (
            <li key={window.index}>
              <button
                {...stop(`window-${window.index}`)}
                type="button"
                className={styles.windowName}
                style={{
                  ...along(window.extent.start),
                  ...figuresFor(
                    { row: onScreen?.row ?? 0, side: onScreen?.side === 'before' ? 1 : 0 },
                    { row: inPrint?.row ?? 0, side: inPrint?.side === 'before' ? 1 : 0 },
                  ),
                }}
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
