/** Text that takes the place of a placeholder: what it puts there is searched for links, and for no placeholders. */
export const messageArgument = (text: string): string => text.replace(/[\\[\]]/g, '\\$&');

/**
 * Text of analysed code inside a SARIF message: brackets would start a link (SARIF 2.1.0, 3.11.6), braces a
 * placeholder (3.11.5), so both are written as the standard has it.
 */
export const messageText = (text: string): string => messageArgument(text).replace(/\{(\d+)\}/g, '{{$1}}');
