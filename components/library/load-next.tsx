import { useIsFetching } from '@tanstack/react-query'
import { LoadMore, type LoadMoreProps } from '@/components/library/load-more'
import { keys } from '@/components/query/keys'

/** Whether a list's next page is on its way is known here alone: the library is not drawn anew for it. */
export function LoadNext({ list, ...rest }: { list: string } & Omit<LoadMoreProps, 'loading'>) {
  const loading = useIsFetching({ queryKey: keys.libraryList(list), exact: true }) > 0
  return <LoadMore {...rest} loading={loading} />
}
