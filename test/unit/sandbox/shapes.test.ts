import { useSharedSandbox } from './helpers';

const shared = useSharedSandbox({ requestLimit: 100_000 });
const { api, ids } = shared;

describe('other documented shapes', () => {
	it('follow the operation pages', async () => {
		shared.sandbox.shapes = 'api-doc';
		const { data } = await api().get('/analysis-templates');
		expect(data).toMatchObject({ total: 2, limit: 50, offset: 0 });
		const one = await api().get(`/analysis-templates/${ids().analysisTemplate}`);
		expect(one.data.name).toBe('Afspraakwens');
		const gone = await api().delete(`/analysis-templates/${ids().analysisTemplate}`);
		expect([gone.status, gone.data]).toEqual([204, '']);
	});

	it('follow the older pages', async () => {
		shared.sandbox.shapes = 'legacy';
		expect((await api().get('/tool-templates')).data).toHaveProperty('toolTemplates');
		expect((await api().get(`/sip-trunks/${ids().trunk}`)).data).toHaveProperty('sip_trunk');
	});

	it('have null wherever the reference allows it', async () => {
		shared.sandbox.nulls = true;
		const { data } = await api().get('/calls?limit=1');
		expect(data.calls[0]).toMatchObject({ caller_phone: null, summary: null, messages: null });
		expect(data.calls[0].id).toEqual(expect.any(String));
	});

	it('have fields nobody documented', async () => {
		shared.sandbox.extras = true;
		const { data } = await api().get('/assistants');
		expect(data).toHaveProperty('undocumented_field');
		expect(data.assistants[0]).toHaveProperty('undocumented_field');
	});
});
