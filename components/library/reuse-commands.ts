import { Images, ImageUpscale, SlidersHorizontal, TextCursorInput } from 'lucide-react'
import { type Filling, fillForm, type Reuse } from '@/components/create/form-store'
import { clipMedium } from '@/components/create/media/clip-medium'
import type { Command } from '@/components/palette/commands'
import type { GenerationView } from '@/lib/generations/view'

/** What a generation gives to the form of Create: each fills it, and goes there. */
export function reuseCommands(view: GenerationView, push: (href: string) => void, group: string): Command[] {
  const { id, input, clip } = view
  const fill = (filling: Filling) => () => {
    fillForm(filling)
    push('/')
    return undefined
  }
  const use = (what: Reuse) => fill({ input, fromId: id, what, complaints: [] })
  const upscale = (): Command[] =>
    clip === null
      ? []
      : [
          {
            id: 'clip.upscale',
            title: 'Upscale',
            group,
            Icon: ImageUpscale,
            run: fill({ input, fromId: id, what: 'upscale', clip: clipMedium(clip) }),
          },
        ]
  return [
    { id: 'clip.use-settings', title: 'Use settings', group, Icon: SlidersHorizontal, run: use('settings') },
    { id: 'clip.use-prompt', title: 'Use prompt', group, Icon: TextCursorInput, run: use('prompt') },
    { id: 'clip.use-inputs', title: 'Use inputs', group, Icon: Images, onlyTyped: true, run: use('inputs') },
    ...upscale(),
  ]
}
