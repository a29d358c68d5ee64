import { amountWords } from '@/components/generation/money-words'
import { choiceWords, countWords, nameOf, pageOf } from '@/components/generation/words'
import { isFirstToTell } from '@/components/told/first-to-tell'
import { cannotTell, telling } from '@/components/told/telling'
import type { GenerationView } from '@/lib/generations/view'

/** More than this at once are told together. */
const APART = 3

/**
 * Shows a system notification for each of these clips that no tab told of before, if the person wants it.
 * @param open goes to a page of the studio
 */
export async function notifyReady(views: readonly GenerationView[], open: (path: string) => void): Promise<void> {
  if (views.length === 0 || telling() !== 'on') return
  const firsts = await Promise.all(views.map(({ id }) => isFirstToTell(id).catch(() => true)))
  const news = views.filter((_, at) => firsts[at])
  if (news.length > APART) show(`${countWords(news.length, 'clip')} are ready`, '', 'squero-ready', '/library', open)
  else for (const view of news) show(`Ready: ${nameOf(view)}`, aboutOf(view), view.id, pageOf(view), open)
}

function aboutOf(view: GenerationView): string {
  return [view.model.name, ...choiceWords(view.input), amountWords(view).amount].join(' · ')
}

/** One with the same tag takes the place of the other, should two tabs tell after all. */
function show(title: string, body: string, tag: string, path: string, open: (path: string) => void): void {
  try {
    const shown = new Notification(title, { body, tag, icon: '/icon.svg' })
    shown.onclick = () => {
      window.focus()
      open(path)
      shown.close()
    }
  } catch {
    cannotTell()
  }
}
