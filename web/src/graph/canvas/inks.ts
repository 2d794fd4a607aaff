import type { Inks } from '../picture/svg.ts'

const TOKENS: Readonly<Record<keyof Inks, string>> = {
  paper: '--paper',
  ink: '--ink',
  quiet: '--ink-3',
  tint: '--tint-2',
  line: '--line',
}

/** The look's colours as they stand in the theme in use: a canvas knows no tokens. */
export function inksIn(place: HTMLElement): Inks {
  const probe = document.createElement('span')
  probe.hidden = true
  place.append(probe)
  const read = (token: string) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const inks = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, read(token)])) as unknown as Inks
  probe.remove()
  return inks
}

/** Calls back whenever the theme changes, by choice or with the system; answers what ends that. */
export function onTheme(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const chosen = new MutationObserver(changed)
  system.addEventListener('change', changed)
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => {
    system.removeEventListener('change', changed)
    chosen.disconnect()
  }
}
