// An MCP server on standard input and output whose tools do nothing.
import { createInterface } from 'node:readline';

const inputSchema = { type: 'object', properties: { q: { type: 'string' } } };
const TOOLS = [
  { name: 'read_thing', description: 'reads', inputSchema, annotations: { readOnlyHint: true } },
  { name: 'write_thing', description: 'writes', inputSchema, annotations: { destructiveHint: true } },
  { name: 'do', description: 'does', inputSchema },
];

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  if (id !== undefined)
    process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...answer(method, params) })}\n`);
});

function answer(method, params) {
  switch (method) {
    case 'initialize':
      return {
        result: {
          protocolVersion: params.protocolVersion,
          capabilities: { tools: {} },
          serverInfo: { name: 'srv', version: '1' },
        },
      };
    case 'tools/list':
      return { result: { tools: TOOLS } };
    case 'tools/call':
      return { result: { content: [{ type: 'text', text: `done ${params.name}` }] } };
    case 'ping':
      return { result: {} };
    default:
      return { error: { code: -32601, message: 'no such method' } };
  }
}
