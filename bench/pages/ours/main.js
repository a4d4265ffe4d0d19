import 'visma-support-widgets/support-request-form/define';
import 'visma-support-widgets/fi';
