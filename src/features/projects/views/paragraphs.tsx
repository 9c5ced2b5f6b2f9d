/** A long text as it was typed: its paragraphs and its line ends. */
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n{2,}/).map(paragraph => (
      <p class="govuk-body">{paragraph.split('\n').map((line, at) => (at === 0 ? line : [<br />, line]))}</p>
    ))}
  </>
)
