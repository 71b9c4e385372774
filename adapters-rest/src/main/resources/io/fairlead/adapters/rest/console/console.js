'use strict';
// Makes a form of every operation in the description, signs the request as DPS clients do, and shows the answer.
// Nothing is put into the page as markup: whatever a server or a user says is text.

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
};

const access = () => {
  const parts = {};
  document.getElementById('connection').value.trim().split(';').forEach(part => {
    const equals = part.indexOf('=');
    if (equals > 0) parts[part.slice(0, equals)] = part.slice(equals + 1);
  });
  if (!parts.SharedAccessKeyName || !parts.SharedAccessKey) {
    throw new Error('Paste a connection string first: HostName=…;SharedAccessKeyName=…;SharedAccessKey=…');
  }
  return parts;
};

const token = async () => {
  const { HostName, SharedAccessKeyName, SharedAccessKey } = access();
  const resource = encodeURIComponent(HostName.toLowerCase());
  const expiry = Math.floor(Date.now() / 1000) + 300;
  const bytes = Uint8Array.from(atob(SharedAccessKey), c => c.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(resource + '\n' + expiry));
  const signature = encodeURIComponent(btoa(String.fromCharCode(...new Uint8Array(signed))));
  return `SharedAccessSignature sr=${resource}&sig=${signature}&se=${expiry}&skn=${encodeURIComponent(SharedAccessKeyName)}`;
};

const shown = text => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

const send = async (method, path, fields, body) => {
  let target = path;
  const query = new URLSearchParams();
  const headers = { Authorization: await token() };
  fields.forEach(({ parameter, input }) => {
    if (parameter.in === 'path') target = target.replace(`{${parameter.name}}`, encodeURIComponent(input.value));
    if (parameter.in === 'query' && input.value) query.set(parameter.name, input.value);
    if (parameter.in === 'header' && input.value) headers[parameter.name] = input.value;
  });
  if (body) headers['Content-Type'] = 'application/json';
  const answer = await fetch(target + (query.size ? '?' + query : ''), { method, headers, body: body ? body.value : undefined });
  return `${answer.status} ${answer.headers.get('ETag') ? 'ETag: ' + answer.headers.get('ETag') : ''}\n${shown(await answer.text())}`;
};

const form = (method, path, operation, schemas) => {
  const fields = (operation.parameters || []).map(parameter => ({ parameter, input: element('input', { spellcheck: 'false' }) }));
  const body = operation.requestBody ? element('textarea', { spellcheck: 'false' }) : null;
  const output = element('pre', { hidden: '' });
  const button = element('button', { type: 'submit' }, 'Send');
  const made = element('form', { autocomplete: 'off' });
  if (operation.description) made.append(element('p', { class: 'hint' }, operation.description));
  fields.forEach(({ parameter, input }) =>
    made.append(element('label', {}, `${parameter.name}${parameter.required ? '' : ' (optional)'}: ${parameter.description || ''}`, input)));
  if (body) {
    const schema = schemas[operation.requestBody.content['application/json'].schema.$ref.split('/').pop()];
    body.value = '{\n}';
    made.append(element('label', {}, `body: ${operation.requestBody.description} Members: ${Object.keys(schema.properties).join(', ')}`, body));
  }
  made.append(button, output);
  made.addEventListener('submit', async event => {
    event.preventDefault();
    output.hidden = false;
    try {
      output.textContent = await send(method.toUpperCase(), path, fields, body);
    } catch (problem) {
      output.textContent = problem.message;
    }
  });
  return element('details', {}, element('summary', {}, element('code', { class: method }, `${method.toUpperCase()} ${path}`), ` ${operation.summary}`), made);
};

const show = description => {
  const operations = document.getElementById('operations');
  operations.replaceChildren();
  description.tags.forEach(({ name }) => {
    operations.append(element('h2', {}, name));
    Object.entries(description.paths).forEach(([path, methods]) =>
      Object.entries(methods).filter(([, operation]) => operation.tags?.includes(name)).forEach(([method, operation]) =>
        operations.append(form(method, path, operation, description.components.schemas))));
  });
};

fetch('/openapi?format=JSON', { headers: { Accept: 'application/json' } })
  .then(answer => answer.ok ? answer.json() : Promise.reject(new Error(`/openapi answers ${answer.status}`)))
  .then(show)
  .catch(problem => document.getElementById('operations').replaceChildren(`The description cannot be read: ${problem.message}`));
