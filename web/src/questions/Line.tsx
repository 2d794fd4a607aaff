import { useEffect, useRef } from 'react'

interface LineProps {
  readonly className: string | undefined
  /** Does it take the place of what was pressed? Then reading goes on here. */
  readonly focused: boolean
  readonly children: string
}

/** A line that says what was done, in the place of the control that did it. */
export function Line({ className, focused, children }: LineProps) {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (focused) line.current?.focus()
  }, [focused])
  return (
    <p ref={line} tabIndex={-1} className={className}>
      {children}
    </p>
  )
}
