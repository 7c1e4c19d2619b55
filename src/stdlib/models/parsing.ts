import type { CallbackCall, CallbackModel, Operand } from './callback-model.ts';

const an = (name: string): Operand => ({ an: name });
const STR = an('builtins.str');
const methods = (callee: Operand, names: string, ...passes: readonly Operand[]): readonly CallbackCall[] =>
  names.split(' ').map((method) => ({ callee, method, passes }));

/** https://docs.python.org/3/library/xml.sax.handler.html#contenthandler-objects */
const content = (handler: Operand): readonly CallbackCall[] => [
  ...methods(handler, 'setDocumentLocator', an('xml.sax.xmlreader.Locator')),
  ...methods(handler, 'startDocument endDocument'),
  ...methods(handler, 'startElement', STR, an('xml.sax.xmlreader.AttributesImpl')),
  ...methods(handler, 'endElement characters ignorableWhitespace skippedEntity', STR),
  ...methods(handler, 'startPrefixMapping processingInstruction', STR, STR),
];

/** Parsers of arguments, markup and programs. */
export const PARSING: Readonly<Record<string, CallbackModel>> = {
  // https://docs.python.org/3/library/argparse.html#the-add-argument-method
  'argparse._ActionsContainer.add_argument': {
    calls: [
      { callee: { named: 'type' }, passes: [STR], when: 'later' },
      {
        callee: { named: 'action' },
        named: { option_strings: an('builtins.list'), dest: STR },
      },
      {
        callee: 'result',
        method: '__call__',
        passes: [an('argparse.ArgumentParser'), an('argparse.Namespace'), STR, STR],
        when: 'later',
      },
    ],
  },
  // https://docs.python.org/3/library/optparse.html#optparse-option-callbacks
  'optparse.OptionContainer.add_option': {
    calls: [
      {
        callee: { named: 'callback' },
        passes: [
          an('optparse.Option'),
          STR,
          STR,
          an('optparse.OptionParser'),
          { spread: { named: 'callback_args' } },
          { spreadNamed: { named: 'callback_kwargs' } },
        ],
        when: 'later',
      },
    ],
  },
  // https://docs.python.org/3/library/xml.sax.html
  'xml.sax.parse': { calls: content({ at: 1, named: 'handler' }) },
  'xml.sax.parseString': { calls: content({ at: 1, named: 'handler' }) },
  'xml.sax.xmlreader.XMLReader.setContentHandler': { calls: content(0) },
  // https://docs.python.org/3/library/xml.etree.elementtree.html#xml.etree.ElementTree.XMLParser
  'xml.etree.ElementTree.XMLParser': {
    calls: [
      ...methods({ named: 'target' }, 'start', STR, an('builtins.dict')),
      ...methods({ named: 'target' }, 'end data comment', STR),
      ...methods({ named: 'target' }, 'pi', STR, STR),
      ...methods({ named: 'target' }, 'close'),
    ],
  },
  // https://docs.python.org/3/library/html.parser.html#html.parser.HTMLParser
  'html.parser.HTMLParser.feed': {
    calls: [
      ...methods('receiver', 'handle_starttag handle_startendtag', STR, an('builtins.list')),
      ...methods('receiver', 'handle_endtag handle_data handle_comment handle_decl handle_pi', STR),
      ...methods('receiver', 'handle_entityref handle_charref unknown_decl', STR),
    ],
  },
  // https://docs.python.org/3/library/ast.html#ast.NodeVisitor
  'ast.NodeVisitor.visit': {
    calls: methods('receiver', 'visit_* generic_visit', 0),
    gives: { value: 'result' },
  },
  'ast.NodeVisitor.generic_visit': { calls: methods('receiver', 'visit', an('ast.AST')) },
  // https://docs.python.org/3/library/cmd.html
  'cmd.Cmd.onecmd': { calls: methods('receiver', 'do_* default emptyline', STR) },
  'cmd.Cmd.cmdloop': {
    calls: [
      ...methods('receiver', 'preloop postloop'),
      ...methods('receiver', 'precmd onecmd', STR),
      ...methods('receiver', 'do_*', STR),
    ],
  },
};
