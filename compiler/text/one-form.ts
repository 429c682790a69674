/**
 * A name in the one form in which names are kept and compared: an accent is part of its letter where Unicode has such a letter (normal form
 * NFC; Unicode 17, annex 15). Nobody sees whether it is or stands after it, and systems write both: file names of older Macs the second.
 */
export function oneForm(name: string): string {
  return name.normalize("NFC");
}
