import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { goTo } from './address.ts'

interface GoProps
  extends Pick<ComponentProps<'a'>, 'className' | 'style' | 'tabIndex' | 'ref' | 'onKeyDown' | 'onFocus'> {
  readonly to: string
  readonly current?: boolean
  /** What it is called aloud, where it is drawn and not written. */
  readonly label?: string
  readonly children: ReactNode
}

/** A link within the app. With a modifier or another button it stays the browser's own. */
export function Go({ to, current = false, label, children, ...rest }: GoProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goTo(to)
    scrollTo(0, 0)
  }
  return (
    <a {...rest} href={to} aria-label={label} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}
