/** Told to the page when somebody signs out, so that what they opened on this device is closed too. */
export const SIGNED_OUT = 'proofmark:signed-out'
