import { Quoted } from '#ui/section.tsx'

/** What somebody typed, line by line. */
export const TypedWords = ({ words }: { words: string }) => (
  <Quoted>
    {words.split(/\n+/).map(line => (
      <p>{line}</p>
    ))}
  </Quoted>
)
