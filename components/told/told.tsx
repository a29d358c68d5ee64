'use client'

import { useQuery } from '@tanstack/react-query'
import { boardQuery } from '@/components/queue/board-query'
import { titleLead } from '@/components/told/title'
import { useSeenElsewhere } from '@/components/told/use-mark-seen'
import { useReadyNews } from '@/components/told/use-ready-news'
import { useSeenPage } from '@/components/told/use-seen-page'
import { useTabTitle } from '@/components/told/use-tab-title'

/** On every page: the tab's title says what runs and what is ready, and the system tells it once if it may. */
export function Told() {
  const { data: board } = useQuery(boardQuery())
  useTabTitle(board ? titleLead(board) : '')
  useReadyNews(board)
  useSeenPage()
  useSeenElsewhere()
  return null
}
