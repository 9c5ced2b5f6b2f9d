/** Words as a person typed them: an empty line begins a paragraph. */
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n{2,}/).map(paragraph => (
      <p class="govuk-body">{paragraph.split('\n').map((line, at) => (at === 0 ? line : [<br />, line]))}</p>
    ))}
  </>
)
