/** A link that works once, as it was answered: its token, and until when it works. */
export interface OneLink {
  readonly link: string
  readonly expiresAt: string
}

/** The whole link, as it is handed over. Its token stands in the fragment, which no server and no log sees. */
export function linkOf({ link }: OneLink): string {
  return `${location.origin}/sign-in#${link}`
}
