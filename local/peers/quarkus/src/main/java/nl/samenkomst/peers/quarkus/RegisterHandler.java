package nl.samenkomst.peers.quarkus;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Inject;
import nl.samenkomst.peers.FormPost;

/** The application's only handler, which Quarkus finds at build time. */
public class RegisterHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final FormPost formPost;

    @Inject
    public RegisterHandler(FormPost formPost) {
        this.formPost = formPost;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return formPost.answer(event);
    }
}
