import { fillForm } from '@/components/create/form-store'
import type { MediaDesk } from '@/components/create/media/use-media'
import { carriesSettings, restoreFile } from '@/components/library/archive/restore-file'
import { fillingOf, restoredWords } from '@/components/library/archive/restored'

/**
 * Files dropped on the form beside its fields: a clip that says how it was made fills the form with that, and is in the
 * library then; everything else goes where it fits.
 */
export async function takeDropped(desk: Pick<MediaDesk, 'say' | 'spread'>, files: readonly File[]): Promise<void> {
  const [file] = files
  if (files.length !== 1 || !file || !(await carriesSettings(file))) return desk.spread(files)
  desk.say('Reading how the clip was made…')
  const restored = await restoreFile(file, () => undefined, new AbortController().signal)
  if (restored?.ok && restored.found) {
    fillForm(fillingOf(restored.found))
    desk.say(restoredWords(restored.found))
  } else desk.say(restored?.ok ? null : (restored?.sentence ?? null))
}
