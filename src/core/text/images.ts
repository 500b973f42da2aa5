/** What the address of an image of the decks begins with in the text of a note. */
export const DECK_IMAGE = 'deck:'
/** The same for an image of the learner; its id in `media` follows. */
export const OWN_IMAGE = 'media:'

const IMAGE = /(!\[[^\]]*\]\()([^)\s]+)(?=\))/g

/** The text with the addresses of its images changed. */
export function mapImages(text: string, change: (address: string) => string): string {
  return text.replaceAll(IMAGE, (_, before: string, path: string) => `${before}${change(path)}`)
}

/** Ids of the learner's images that a text shows. */
export function ownImagesIn(text: string): string[] {
  return Array.from(text.matchAll(IMAGE), ([, , path = '']) => path)
    .filter((path) => path.startsWith(OWN_IMAGE))
    .map((path) => path.slice(OWN_IMAGE.length))
}
